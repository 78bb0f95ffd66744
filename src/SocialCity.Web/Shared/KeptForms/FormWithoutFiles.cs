using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>
/// Reads a refused form: its texts are kept, and its files pass by and are held nowhere, however large they are. Reading all of it lets
/// the browser finish sending, without which it would show a broken connection instead of the answer.
/// </summary>
public static class FormWithoutFiles
{
    /// <summary>The fields, and of the files the names; the whole form when it has been read already.</summary>
    /// <exception cref="InvalidDataException">It is not a form, or its texts are longer than <see cref="KeptForm.MaxLength"/>.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string boundary = request.GetMultipartBoundary();
        if (boundary.Length == 0 || request.HttpContext.Features.Get<IFormFeature>()?.Form is not null)
        {
            return await request.ReadFormAsync(cancellationToken);
        }

        KeyValueAccumulator fields = default;
        FormFileCollection files = [];
        int room = KeptForm.MaxLength;
        MultipartReader reader = new(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                files.Add(new FormFile(Stream.Null, 0, 0, file.Name, file.FileName));
                room -= file.Name.Length + file.FileName.Length + 1;
            }
            else if (section.AsFormDataSection() is { } field)
            {
                string value = await ReadTextAsync(section.Body, room, cancellationToken);
                fields.Append(field.Name, value);
                room -= field.Name.Length + value.Length + 1;
            }

            // Names take room too: so many empty fields or files are no form.
            if (room < 0)
            {
                throw new InvalidDataException("The form names more than is kept.");
            }
        }

        return new FormCollection(fields.GetResults(), files);
    }

    private static async Task<string> ReadTextAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        using StreamReader reader = new(body, Encoding.UTF8);
        char[] buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > most)
            {
                throw new InvalidDataException("The texts of the form are longer than what is kept.");
            }
        }

        return text.ToString();
    }
}
