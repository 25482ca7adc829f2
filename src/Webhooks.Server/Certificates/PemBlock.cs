using System.Security.Cryptography;

namespace Webhooks.Server.Certificates;

/// <summary>One <c>-----BEGIN …-----</c> to <c>-----END …-----</c>.</summary>
/// <param name="Label">What stands behind BEGIN.</param>
/// <param name="Data">What is encoded in it; nothing when it is encrypted the old way, with headers.</param>
internal sealed record PemBlock(string Label, byte[] Data)
{
    public const string Certificate = "CERTIFICATE";
    public const string PrivateKey = "PRIVATE KEY";
    public const string EncryptedPrivateKey = "ENCRYPTED PRIVATE KEY";

    private const string Begin = "-----BEGIN ";
    private const string Dashes = "-----";

    /// <summary>The certificates and private keys of a file, in its order. Other blocks, and text around them, don't count.</summary>
    /// <exception cref="CertificateException">It is empty, or a block is damaged: perhaps it is being written.</exception>
    public static IReadOnlyList<PemBlock> ReadAll(PemText file)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            throw new CertificateException($"{file.Path}: is empty; put a PEM file there");
        }

        List<PemBlock> blocks = [];
        ReadOnlySpan<char> rest = file.Text;
        while (rest.IndexOf(Begin, StringComparison.Ordinal) is var start and >= 0)
        {
            rest = rest[start..];
            string label = LabelOf(rest);
            int length = Begin.Length;
            if (label is Certificate || label.EndsWith(PrivateKey, StringComparison.Ordinal))
            {
                (PemBlock block, length) = Read(rest, label)
                    ?? throw new CertificateException(
                        $"{file.Path}: the block BEGIN {label} in line {LineOf(file.Text, file.Text.Length - rest.Length)} is damaged or not complete; write the whole file again");
                blocks.Add(block);
            }

            rest = rest[length..];
        }

        return blocks;
    }

    private static (PemBlock Block, int Length)? Read(ReadOnlySpan<char> text, string label)
    {
        string endLine = $"-----END {label}-----";
        int end = text.IndexOf(endLine, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        ReadOnlySpan<char> block = text[..(end + endLine.Length)];
        if (block.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            return (new PemBlock(EncryptedPrivateKey, []), block.Length);
        }

        return PemEncoding.TryFind(block, out PemFields fields) && fields.Location.Start.Value == 0
            ? (new PemBlock(label, Convert.FromBase64String(block[fields.Base64Data].ToString())), block.Length)
            : null;
    }

    private static string LabelOf(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> line = text[Begin.Length..];
        int end = line.IndexOf(Dashes, StringComparison.Ordinal);
        return end < 0 ? Certificate : line[..end].ToString();
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;
}
