using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Municipality;

/// <summary>The city that runs the portal: one row, edited in the office.</summary>
public sealed class City : IVersioned
{
    public const int TheId = 1;
    public const int NameLength = 60;
    public const int SloganLength = 160;
    public const int ContactLength = 200;
    public const int ColourLength = 7;
    public const int UrlLength = 400;
    public const int NumbersLength = 400;

    /// <summary>How far, in metres, a place of the city may lie from its centre: no municipality reaches so far, a mistyped point does.</summary>
    public const double ReachMetres = 100_000;

    private static readonly LocalText Unnamed = new("우리시", "Our City", "わたしの市");

    public int Id { get; private set; } = TheId;

    public LocalText Name { get; private set; } = Unnamed;

    public LocalText Slogan { get; private set; } = new("시민과 함께 만드는 도시", "A city made together", "市民とともにつくるまち");

    /// <summary>Shown as "an official site of a municipality" above the header when true.</summary>
    public bool IsOfficial { get; private set; }

    /// <summary>The languages of the portal that the city offers, ISO 639-1, Korean first, separated by commas.</summary>
    public string Languages { get; private set; } = "ko,en,ja";

    /// <summary>The city's colour as #rrggbb, from which the theme is derived.</summary>
    public string Colour { get; private set; } = "#d9641c";

    public LocalText Address { get; private set; } = new("");

    public string Phone { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Telephone numbers or beginnings of them that belong to the city, by commas: they are not taken for personal data.</summary>
    public string OwnNumbers { get; private set; } = "";

    public double Latitude { get; private set; } = 37.5665;

    public double Longitude { get; private set; } = 126.978;

    /// <summary>Address pattern of map tiles ({z}, {x}, {y}); null when the city has no tile server: the map then shows the districts alone.</summary>
    public string? MapTiles { get; private set; }

    public string? MapAttribution { get; private set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "Asia/Seoul";

    public TimeOnly OfficeOpens { get; private set; } = new(9, 0);

    public TimeOnly OfficeCloses { get; private set; } = new(18, 0);

    public TimeOnly LunchBegins { get; private set; } = new(12, 0);

    public TimeOnly LunchEnds { get; private set; } = new(13, 0);

    /// <summary>The department that sorts what no routing rule claimed.</summary>
    public long? TriageDepartmentId { get; private set; }

    /// <summary>How near, in metres, an open complaint of the same category or with the same words is offered for a "me too".</summary>
    public int NearbyMetres { get; private set; } = 500;

    /// <summary>Days after an answer at which a complaint closes by itself when the citizen stays silent.</summary>
    public int SilentCloseDays { get; private set; } = 14;

    /// <summary>The lowest identity level that may file without confirming an e-mail address for each complaint.</summary>
    public Accounts.IdentityLevel ComplaintLevel { get; private set; } = Accounts.IdentityLevel.EmailConfirmed;

    public Guid Version { get; private set; }

    /// <summary>Whether somebody gave it its name: a new city has one that stands for any.</summary>
    public bool IsNamed => Name.Ko != Unnamed.Ko;

    /// <summary>Whether citizens can reach it by telephone or e-mail.</summary>
    public bool IsReachable => Phone.Length > 0 || Email.Length > 0;

    public void Rename(LocalText name, LocalText slogan)
    {
        Name = name;
        Slogan = slogan;
    }

    public void Present(bool isOfficial, IReadOnlyCollection<string> languages, string colour)
    {
        IsOfficial = isOfficial;
        Languages = string.Join(',', languages.OrderBy(l => l != "ko").ThenBy(l => l, StringComparer.Ordinal));
        Colour = colour;
    }

    public void Reach(LocalText address, string phone, string email, string ownNumbers)
    {
        Address = address;
        Phone = phone;
        Email = email;
        OwnNumbers = ownNumbers;
    }

    public void Locate(double latitude, double longitude, string? mapTiles, string? mapAttribution)
    {
        Latitude = latitude;
        Longitude = longitude;
        MapTiles = mapTiles;
        MapAttribution = mapAttribution;
    }

    /// <summary>Whether all of a boundary lies near enough to belong to the city: one point far away would shrink every map to a dot.</summary>
    public bool Reaches(Boundary boundary)
    {
        GeoPoint centre = new(Latitude, Longitude);
        return boundary.Points.All(p => p.MetresTo(centre) <= ReachMetres);
    }

    public void Open(TimeOnly opens, TimeOnly closes, TimeOnly lunchBegins, TimeOnly lunchEnds)
    {
        OfficeOpens = opens;
        OfficeCloses = closes;
        LunchBegins = lunchBegins;
        LunchEnds = lunchEnds;
    }

    public void RunComplaints(long? triageDepartmentId, int nearbyMetres, int silentCloseDays, Accounts.IdentityLevel level)
    {
        TriageDepartmentId = triageDepartmentId;
        NearbyMetres = nearbyMetres;
        SilentCloseDays = silentCloseDays;
        ComplaintLevel = level;
    }

    public IReadOnlyList<string> LanguageList() => Languages.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

public sealed class CityMapping : IEntityTypeConfiguration<City>
{
    public void Configure(EntityTypeBuilder<City> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Name).HasLength(City.NameLength);
        builder.ComplexProperty(c => c.Slogan).HasLength(City.SloganLength);
        builder.ComplexProperty(c => c.Address).HasLength(City.ContactLength);
        builder.Property(c => c.Languages).HasMaxLength(60);
        builder.Property(c => c.Colour).HasMaxLength(City.ColourLength);
        builder.Property(c => c.Phone).HasMaxLength(City.ContactLength);
        builder.Property(c => c.Email).HasMaxLength(City.ContactLength);
        builder.Property(c => c.OwnNumbers).HasMaxLength(City.NumbersLength);
        builder.Property(c => c.MapTiles).HasMaxLength(City.UrlLength);
        builder.Property(c => c.MapAttribution).HasMaxLength(City.ContactLength);
        builder.Property(c => c.TimeZone).HasMaxLength(60);
        builder.HasOne<Accounts.Department>().WithMany().HasForeignKey(c => c.TriageDepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
