using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Accounts;

/// <summary>What lies in the outbox for an address.</summary>
public static class Mailbox
{
    /// <summary>The mails to an address, oldest first.</summary>
    public static Task<List<Notice>> MailsTo(this App app, string address) => app.Use<CityDb, List<Notice>>(db =>
        db.Notices.AsNoTracking().Where(n => n.Address == address).OrderBy(n => n.Id).ToListAsync());

    /// <summary>The path of the link in the newest mail of a kind to an address.</summary>
    public static async Task<string> LinkTo(this App app, string address, NoticeKind kind) =>
        (await app.MailsTo(address)).Last(n => n.Kind == kind).Facts()[NoticeFacts.Link];
}
