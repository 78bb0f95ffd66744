namespace SocialCity.Web.Startup;

public static class Commands
{
    public static async Task<int> RunCommandAsync(this WebApplication app, string[] args)
    {
        await app.RunAsync();
        return 0;
    }
}
