using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Client.Configuration;

/// <summary>Reads the bytes of a kubeconfig file as kubectl does: YAML or JSON, of which the first document counts.</summary>
internal static class KubeconfigText
{
    private const int FewSigns = 2;

    /// <exception cref="ConfigurationException">It can't be read, or is something else.</exception>
    public static KubeconfigFile Read(string path, byte[] content)
    {
        byte[] utf8 = ToUtf8(content);
        try
        {
            YamlSection? first = null;
            foreach (YamlSection section in YamlStream.Split(utf8))
            {
                first ??= section.Form == YamlForm.Empty ? null : section;
            }

            KubeconfigFile file = new(path, Encoding.UTF8.GetString(utf8), first is { } found ? YamlReader.Read(utf8, found) : null);
            Check(file);
            return file;
        }
        catch (YamlFormatException problem)
        {
            // Not as an inner exception: its message quotes the text, and so may say a secret.
            throw ConfigurationException.At(path, new(problem.Line, problem.Column), WithoutQuotations(problem.Problem));
        }
    }

    /// <summary>
    /// Takes out what a reader quotes of its input: all from the first opening quotation mark to the last, but for the
    /// few signs of <c>did not find expected ',' or '}'</c>.
    /// </summary>
    internal static string WithoutQuotations(string problem)
    {
        int start = -1;
        for (int i = 0; i < problem.Length && start < 0; i++)
        {
            // The one in "can't" opens nothing.
            bool opens = problem[i] is '"' or '`' || (problem[i] == '\'' && (i == 0 || !char.IsLetterOrDigit(problem[i - 1])));
            start = opens ? i : -1;
        }

        int end = problem.AsSpan().LastIndexOfAny("'\"`");
        if (start < 0 || end <= start || problem[(start + 1)..end].Replace("' or '", "", StringComparison.Ordinal).Length <= FewSigns)
        {
            return problem;
        }

        return string.Concat(problem.AsSpan(0, start + 1), "…", problem.AsSpan(end));
    }

    // PowerShell's > writes UTF-16; YAML tells it by the byte order mark, and so does kubectl.
    private static byte[] ToUtf8(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, content, 2, content.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, content, 2, content.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => content[3..],
        _ => content,
    };

    private static void Check(KubeconfigFile file)
    {
        JsonValue root = file.Root.Value;
        if (!root.IsAbsent && root.Kind != JsonKind.Object)
        {
            throw file.Error(root, "this is no kubeconfig: it must have members such as clusters, users and contexts");
        }

        if (file.Root.Text("kind") is { Length: > 0 } kind && kind != "Config")
        {
            throw file.Error(root["kind"], "kind must be Config, or be left out: this is no kubeconfig");
        }

        if (file.Root.Text("apiVersion") is { Length: > 0 } version && version != "v1")
        {
            throw file.Error(root["apiVersion"], "apiVersion must be v1, or be left out: there is no other version of kubeconfig files");
        }
    }
}
