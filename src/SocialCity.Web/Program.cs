using SocialCity.Web.Startup;

var builder = WebApplication.CreateBuilder(args);

builder.AddStorage();
builder.AddLogging();
builder.AddDatabase();
builder.AddLocalisation();
builder.AddAccounts();
builder.AddSecurity();
builder.AddFeatures();
builder.AddJobs();

await using var app = builder.Build();

app.UseRequestLogging();
app.UseSecurity();
app.UseErrorPages();
app.UseLocalisation();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapFeatures();
app.MapHealth();

return await app.RunCommandAsync(args);
