using System.Text;

namespace Webhooks.Server.Certificates;

/// <summary>The text of one PEM file.</summary>
/// <param name="Path">The file, as its user named it.</param>
/// <param name="Text">What it holds.</param>
internal sealed record PemText(string Path, string Text)
{
    /// <summary>How much of a file is read, in bytes. The bundles of all public CAs have a quarter of it.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="CertificateException">It is not there, can't be read or is too long.</exception>
    public static PemText Read(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            byte[] content = new byte[Math.Min(file.Length, MaxLength) + 1];
            int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length <= MaxLength
                ? new PemText(path, Encoding.UTF8.GetString(content, 0, length))
                : throw new CertificateException($"{path}: has more than {MaxLength} bytes, which no PEM file has; name another file");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CertificateException($"{path}: is not there; name a PEM file", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            string remedy = Directory.Exists(path) ? "is a folder; name the PEM file in it" : "may not be read; let this user read it";
            throw new CertificateException($"{path}: {remedy}", failure);
        }
        catch (Exception failure) when (failure is IOException or NotSupportedException or ArgumentException)
        {
            throw new CertificateException($"{path}: can't be read: {failure.Message}", failure);
        }
    }
}
