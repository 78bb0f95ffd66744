using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>Draws the page of a refused or failed request. Only re-executed; asked for directly it is not found.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsController(IStringLocalizer<SharedTexts> T) : Controller
{
    [Route("errors")]
    public IActionResult Show()
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        var page = PageFor(Response.StatusCode);
        return WantsHtml() ? View("Error", page) : Problem(statusCode: page.Status, title: page.Title, detail: page.Text);
    }

    private ErrorPage PageFor(int status) => status switch
    {
        400 => new(status, T["요청을 알아볼 수 없습니다"], T["페이지를 오래 열어 두었거나 주소가 잘못되었을 수 있습니다. 앞 페이지로 돌아가 새로 고친 뒤 다시 해 보세요."]),
        401 or 403 => new(status, T["이 페이지를 볼 권한이 없습니다"], T["다른 계정으로 로그인했거나 권한이 바뀌었을 수 있습니다. 담당자라면 관리자에게 권한을 요청해 주세요."]),
        404 => new(status, T["페이지를 찾을 수 없습니다"], T["주소가 바뀌었거나 글이 지워졌을 수 있습니다. 주소를 다시 확인하거나 찾는 내용을 검색해 보세요."]),
        405 => new(status, T["이 방법으로는 열 수 없는 주소입니다"], T["처음 페이지에서 다시 시작해 주세요."]),
        409 => new(status, T["그사이 다른 사람이 먼저 고쳤습니다"], T["저장하지 않았습니다. 앞 페이지로 돌아가 새로 고친 뒤 바뀐 내용을 보고 다시 고쳐 주세요."]),
        413 => new(status, T["보낸 내용이 너무 큽니다"], T["글이나 사진을 줄여서 다시 보내 주세요. 브라우저의 뒤로 단추를 누르면 쓰신 글로 돌아갑니다."]),
        429 => new(status, T["짧은 시간에 요청이 너무 많았습니다"], MinutesToWait() is { } minutes
            ? T["{0}분쯤 지난 뒤에 다시 해 주세요.", minutes]
            : T["잠시 기다렸다가 다시 해 주세요."]),
        < 500 => new(status, T["요청을 처리할 수 없습니다"], T["앞 페이지로 돌아가 다시 해 보세요."]),
        503 => new(status, T["잠시 점검하고 있습니다"], T["조금 뒤에 다시 찾아 주세요."]),
        _ => new(status, T["처리하는 중에 문제가 생겼습니다"], T["저희 쪽의 문제입니다. 잠시 뒤에 다시 해 주세요. 계속되면 아래 번호와 함께 알려 주세요."])
        {
            Trace = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier,
        },
    };

    private int? MinutesToWait() =>
        int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out int seconds) ? (seconds + 59) / 60 : null;

    private bool WantsHtml()
    {
        var accepted = Request.Headers.Accept;
        return accepted.Count == 0
            || !MediaTypeHeaderValue.TryParseList(accepted, out var types)
            || types.Any(type => type.MediaType is { Value: "text/html" or "*/*" or "application/xhtml+xml" or "text/*" });
    }
}

/// <summary>What an error page says: the status, a title, the next step, and for a failure the number to quote.</summary>
public sealed record ErrorPage(int Status, string Title, string Text)
{
    /// <summary>The trace to quote when asking for help; only for failures on our side.</summary>
    public string? Trace { get; init; }
}
