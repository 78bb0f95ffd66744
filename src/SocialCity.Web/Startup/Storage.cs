using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection;

namespace SocialCity.Web.Startup;

/// <summary>The section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder below which the portal writes everything; a relative one lies in the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data";
}

/// <summary>The places below the one folder that the portal writes to.</summary>
/// <param name="Root">The full path of the folder.</param>
public sealed record StorageFolders(string Root)
{
    public string DatabaseFile => Path.Combine(Root, "city.db");

    public string Uploads => Path.Combine(Root, "uploads");

    public string Mail => Path.Combine(Root, "mail");

    public string Logs => Path.Combine(Root, "logs");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Forms that arrived after a session had ended, until their writers have signed in again.</summary>
    public string KeptForms => Path.Combine(Root, "kept-forms");

    /// <summary>What the importers of blogs reported.</summary>
    public string Imports => Path.Combine(Root, "imports");

    /// <summary>Makes what is missing, readable by the portal's own user only, and tries to write.</summary>
    /// <exception cref="StartupException">A folder cannot be made or written.</exception>
    public void Prepare()
    {
        foreach (string folder in (string[])[Root, Uploads, Mail, Logs, Keys, KeptForms, Imports])
        {
            try
            {
                MakePrivate(folder);
                ProveWritable(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw new StartupException(
                    $"The folder '{folder}' cannot be written ({e.Message.TrimEnd('.')}); set Storage:Folder to one that the portal may write.", e);
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Keys, OwnerOnly);
        }
    }

    /// <summary>Writes and removes an empty file.</summary>
    public static void ProveWritable(string folder)
    {
        string probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Makes an empty file where there is none.</summary>
    public static void MakeFile(string file)
    {
        // Never opened when it is there: closing it would take away the locks that this process has on it as a database.
        if (!File.Exists(file))
        {
            try
            {
                OpenPrivate(file, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process was quicker.
            }
        }
    }

    /// <summary>Opens a file for writing; one that is made by it is readable by the portal's own user only, whatever the folder allows.</summary>
    public static FileStream OpenPrivate(string file, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // An existing folder keeps the mode that the operator gave it, say so that a log shipper may read.
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}

public static class Storage
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<StorageOptions>(StorageOptions.Section);
        StorageFolders folders = builder.StorageFolders(options);
        folders.Prepare();
        builder.Services.AddSingleton(folders);
        builder.Services.AddDataProtection()
            .SetApplicationName("SocialCity")
            .PersistKeysToFileSystem(new DirectoryInfo(folders.Keys));
    }

    /// <summary>The folders, for what must know them while the application is still being put together.</summary>
    public static StorageFolders StorageFolders(this WebApplicationBuilder builder) =>
        builder.StorageFolders(Settings.Read<StorageOptions>(builder.Configuration.GetSection(StorageOptions.Section)));

    private static StorageFolders StorageFolders(this WebApplicationBuilder builder, StorageOptions options)
    {
        try
        {
            return new StorageFolders(Path.GetFullPath(options.Folder, builder.Environment.ContentRootPath));
        }
        catch (ArgumentException e)
        {
            throw new StartupException($"The setting Storage:Folder '{options.Folder}' is no path: {e.Message}", e);
        }
    }
}
