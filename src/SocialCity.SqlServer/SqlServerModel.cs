using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SocialCity.SqlServer;

/// <summary>
/// Compares the ids of outside accounts letter by letter, as SQLite does anyway: a server compares texts without regard to case, and to Naver
/// "aB" and "Ab" are two people.
/// </summary>
internal sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private const string LetterByLetter = "Latin1_General_100_BIN2";

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.Entity<IdentityUserLogin<long>>().Property(l => l.ProviderKey).UseCollation(LetterByLetter);
    }
}
