using System.Security.Cryptography;
using System.Text;

namespace Webhooks.Server.Certificates;

/// <summary>What files last said when they were right: a bad version keeps the one before. Not thread safe.</summary>
/// <param name="read">Reads the files.</param>
/// <param name="make">Makes of them what is wanted.</param>
internal sealed class LastGood<T>(Func<IReadOnlyList<PemText>> read, Func<IReadOnlyList<PemText>, T> make)
    where T : class
{
    private string _seen = "";

    /// <summary>What the files last said; null before the first good version.</summary>
    public T? Value { get; private set; }

    /// <summary>Whether the version last read was bad.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Reads the files once more.</summary>
    /// <returns>Whether <see cref="Value"/> is new.</returns>
    /// <exception cref="CertificateException">They are bad, and not just as they were the last time.</exception>
    public bool Refresh()
    {
        string? version = null;
        try
        {
            IReadOnlyList<PemText> files = read();
            version = VersionOf(files);
            if (version == _seen)
            {
                return false;
            }

            Value = make(files);
            IsStale = false;
            _seen = version;
            return true;
        }
        catch (CertificateException failure)
        {
            IsStale = true;
            version ??= failure.Message;
            if (version == _seen)
            {
                return false;
            }

            _seen = version;
            throw;
        }
    }

    // A digest, so that no private key lies about as text.
    private static string VersionOf(IEnumerable<PemText> files) =>
        string.Concat(files.Select(file => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)))));
}
