using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Documents;

/// <summary>Finds and reads what <c>-f</c> and <c>--templates</c> name.</summary>
internal static class SourceFiles
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Reads files, folders (recursively, sorted by name) and standard input, in the order given.</summary>
    /// <exception cref="CommandException">Something is not there, can't be read or is too long.</exception>
    public static IEnumerable<SourceFile> Read(IEnumerable<string> names, Stream input)
    {
        bool isInputRead = false;
        foreach (string name in names)
        {
            if (name == "-")
            {
                if (!isInputRead)
                {
                    isInputRead = true;
                    yield return new SourceFile("stdin", ReadAll(input, "stdin"));
                }
            }
            else if (Directory.Exists(name))
            {
                List<string> found = [.. FilesIn(name)];
                foreach (string file in found)
                {
                    yield return ReadFile(file);
                }

                if (found.Count == 0)
                {
                    throw new CommandException($"{name}: no {string.Join(", ", Extensions)} file in this folder");
                }
            }
            else
            {
                yield return ReadFile(name);
            }
        }
    }

    /// <summary>The files of a folder, sorted; hidden ones and links to folders are passed over.</summary>
    public static IEnumerable<string> FilesIn(string folder)
    {
        DirectoryInfo directory = new(folder);
        EnumerationOptions visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };
        foreach (FileSystemInfo entry in directory.EnumerateFileSystemInfos("*", visible).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, entry.Name);
            if (entry is FileInfo && Extensions.Contains(entry.Extension, StringComparer.Ordinal))
            {
                yield return path;
            }
            else if (entry is DirectoryInfo { LinkTarget: null })
            {
                foreach (string file in FilesIn(path))
                {
                    yield return file;
                }
            }
        }
    }

    public static SourceFile ReadFile(string name)
    {
        try
        {
            using FileStream file = File.OpenRead(name);
            return new SourceFile(name, ReadAll(file, name));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"{name}: no such file or folder");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException($"{name}: may not be read");
        }
    }

    private static byte[] ReadAll(Stream stream, string name)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MaxBytes)
            {
                throw new CommandException($"{name}: longer than {MaxBytes / (1024 * 1024)} MiB; split it");
            }
        }

        return content.ToArray();
    }
}
