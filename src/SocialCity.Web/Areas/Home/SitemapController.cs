using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Home;

/// <summary>
/// The map of the portal for search engines (sitemaps.org): an index, and a file for each piece of each feature. Each page names its versions in the languages that the city offers.
/// </summary>
[Area("Home")]
[AllowAnonymous]
[Revalidated]
public sealed class SitemapController(IEnumerable<ISitemapSection> sections, SiteAddress site, CurrentCity city) : Controller
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false) };

    [HttpGet("sitemap.xml")]
    public async Task Index(CancellationToken cancellationToken)
    {
        Response.ContentType = "application/xml; charset=utf-8";
        await using XmlWriter writer = XmlWriter.Create(Response.Body, Settings);
        await writer.WriteStartElementAsync(null, "sitemapindex", Namespace);
        foreach (ISitemapSection section in sections)
        {
            int pieces = await section.CountPiecesAsync(cancellationToken);
            for (int piece = 1; piece <= pieces; piece++)
            {
                await writer.WriteStartElementAsync(null, "sitemap", Namespace);
                await writer.WriteElementStringAsync(null, "loc", Namespace, site.Of(string.Create(CultureInfo.InvariantCulture, $"/sitemap/{section.Name}-{piece}.xml")));
                await writer.WriteEndElementAsync();
            }
        }

        await writer.WriteEndElementAsync();
    }

    [HttpGet("sitemap/{name:regex(^[[a-z]]+$)}-{piece:int:range(1,100000)}.xml")]
    public async Task<IActionResult> Piece(string name, int piece, CancellationToken cancellationToken)
    {
        if (sections.FirstOrDefault(s => s.Name == name) is not { } section || piece > await section.CountPiecesAsync(cancellationToken))
        {
            return NotFound();
        }

        Response.ContentType = "application/xml; charset=utf-8";
        await using XmlWriter writer = XmlWriter.Create(Response.Body, Settings);
        await writer.WriteStartElementAsync(null, "urlset", Namespace);
        await writer.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        await foreach (SitemapEntry entry in section.ReadAsync(piece).WithCancellation(cancellationToken))
        {
            string address = site.OfPage(entry.Path);
            await writer.WriteStartElementAsync(null, "url", Namespace);
            await writer.WriteElementStringAsync(null, "loc", Namespace, address);
            if (entry.ChangedAt is { } changed)
            {
                await writer.WriteElementStringAsync(null, "lastmod", Namespace, CityDates.Machine(changed));
            }

            // Without a language in its address a page is in that of its reader.
            foreach ((string language, string version) in city.Offered.Select(l => (l, $"{address}?{Languages.Query}={l}")).Append(("x-default", address)))
            {
                await writer.WriteStartElementAsync("xhtml", "link", Xhtml);
                await writer.WriteAttributeStringAsync(null, "rel", null, "alternate");
                await writer.WriteAttributeStringAsync(null, "hreflang", null, language);
                await writer.WriteAttributeStringAsync(null, "href", null, version);
                await writer.WriteEndElementAsync();
            }

            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
        return new EmptyResult();
    }

    [HttpGet("robots.txt")]
    public ContentResult Robots() => Content(
        $"User-agent: *\nDisallow: /account\nDisallow: /desk\nDisallow: /office\nDisallow: /search\n\nSitemap: {site.Of("/sitemap.xml")}\n",
        "text/plain", Encoding.UTF8);
}
