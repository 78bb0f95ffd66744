using SocialCity.Web.Startup;

return await Commands.RunAsync(args, Build, Use);

// What serving and every command need.
static WebApplication Build(string[] settings)
{
    var builder = WebApplication.CreateBuilder(settings);

    builder.AddStorage();
    builder.AddLogging();
    builder.AddDatabase();
    builder.AddLocalisation();
    builder.AddAccounts();
    builder.AddSecurity();
    builder.AddFeatures();
    builder.AddMailing();
    builder.AddHealth();
    builder.AddJobs();
    builder.AddDemo();

    return builder.Build();
}

// The way of a request.
static void Use(WebApplication app)
{
    app.UseRouting();
    app.UseRequestLogging();
    app.UseSecurity();
    app.UseErrorPages();
    app.UseOldAddresses();
    app.UseCity();
    app.UseLocalisation();
    app.UseAuthentication();
    app.UseGuestPasses();
    app.UseRequestLimits();
    app.UseAuthorization();
    app.UseReadingCache();
    app.MapFeatures();
    app.MapHealth();
}
