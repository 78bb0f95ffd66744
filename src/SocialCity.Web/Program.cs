using SocialCity.Web.Startup;

return await Commands.RunAsync(args, settings =>
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

    var app = builder.Build();

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

    return app;
});
