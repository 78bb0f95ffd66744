using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialCity.Complaints;
using SocialCity.Web.Areas.Office;

namespace SocialCity.Web.Startup;

/// <summary>The office of the administrators.</summary>
public static class Office
{
    public static void AddOffice(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConfigureOptions<MvcOptions>, OfficeTextRules>();
        builder.Services.AddScoped<OfficeChanges>();
        builder.Services.AddScoped<OfficeWords>();
        builder.Services.AddScoped<OutboxWords>();
        builder.Services.AddScoped<RuleChoices>();
        builder.Services.AddScoped<RoutingTrial>();
        builder.Services.AddSingleton<AuditExport>();
        builder.Services.AddScoped<AuditSubjects>();
        builder.Services.AddScoped<AuditWords>();
    }
}
