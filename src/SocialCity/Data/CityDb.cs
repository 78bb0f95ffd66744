using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Complaints;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Search;

namespace SocialCity.Data;

/// <summary>The city's one database. Each entity is mapped beside itself; what holds for all of them stands here.</summary>
public sealed class CityDb(DbContextOptions<CityDb> options)
    : IdentityUserContext<Account, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(options)
{
    /// <summary>The longest name of a stored enumeration value.</summary>
    public const int EnumLength = 32;

    public DbSet<City> Cities => Set<City>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RightGrant> RightGrants => Set<RightGrant>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<IdentityVerification> IdentityVerifications => Set<IdentityVerification>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<ComplaintEvent> ComplaintEvents => Set<ComplaintEvent>();

    public DbSet<ComplaintSupport> ComplaintSupports => Set<ComplaintSupport>();

    public DbSet<ComplaintCategory> ComplaintCategories => Set<ComplaintCategory>();

    public DbSet<PetitionPeriod> PetitionPeriods => Set<PetitionPeriod>();

    public DbSet<RoutingRule> RoutingRules => Set<RoutingRule>();

    public DbSet<ComplaintTally> ComplaintTallies => Set<ComplaintTally>();

    public DbSet<ComplaintCounter> ComplaintCounters => Set<ComplaintCounter>();

    public DbSet<AnswerTemplate> AnswerTemplates => Set<AnswerTemplate>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<BlogCategory> BlogCategories => Set<BlogCategory>();

    public DbSet<BlogTag> BlogTags => Set<BlogTag>();

    public DbSet<ArticleSeries> ArticleSeries => Set<ArticleSeries>();

    public DbSet<BlogMonth> BlogMonths => Set<BlogMonth>();

    public DbSet<FrontPlace> FrontPlaces => Set<FrontPlace>();

    public DbSet<Byline> Bylines => Set<Byline>();

    public DbSet<WorkNote> WorkNotes => Set<WorkNote>();

    public DbSet<NewsletterSubscription> NewsletterSubscriptions => Set<NewsletterSubscription>();

    public DbSet<NewsletterIssue> NewsletterIssues => Set<NewsletterIssue>();

    public DbSet<NewsletterTally> NewsletterTallies => Set<NewsletterTally>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<ModerationCase> ModerationCases => Set<ModerationCase>();

    public DbSet<AbuseReport> AbuseReports => Set<AbuseReport>();

    public DbSet<SpamWord> SpamWords => Set<SpamWord>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<OutgoingMention> OutgoingMentions => Set<OutgoingMention>();

    public DbSet<BlockedSite> BlockedSites => Set<BlockedSite>();

    public DbSet<SentForm> SentForms => Set<SentForm>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using Detection _ = new(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using Detection _ = new(ChangeTracker);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CityDb).Assembly);

        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)))
        {
            builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    /// <summary>
    /// Looks for changes once before a save; each interceptor that walks the entries would look through all of them again. What an
    /// interceptor itself changes it tells the entry.
    /// </summary>
    private readonly struct Detection : IDisposable
    {
        private readonly ChangeTracker _tracker;
        private readonly bool _isOn;

        public Detection(ChangeTracker tracker)
        {
            (_tracker, _isOn) = (tracker, tracker.AutoDetectChangesEnabled);
            if (_isOn)
            {
                tracker.DetectChanges();
                tracker.AutoDetectChangesEnabled = false;
            }
        }

        public void Dispose() => _tracker.AutoDetectChangesEnabled = _isOn;
    }
}
