using System.Globalization;
using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Shared;

namespace Webhooks.Benchmarks;

/// <summary>The sample templates, and as many others like them as are wanted.</summary>
internal static class TemplateLibrary
{
    private static readonly TemplateFile[] Samples =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("deploy", "samples", "templates")).Order(StringComparer.Ordinal)
            .Select(path => new TemplateFile(path, File.ReadAllBytes(path))),
    ];

    /// <summary>The files of that many templates, the samples first.</summary>
    public static TemplateFile[] Files(int count) => [.. Samples.Take(count), .. Enumerable.Range(0, Math.Max(0, count - Samples.Length)).Select(Other)];

    /// <summary>Reads them.</summary>
    public static TemplateSet Load(TemplateFile[] files)
    {
        LoadedTemplates loaded = TemplateLoader.Load(files, InjectionOptions.DefaultPrefix);
        return loaded.Problems is [var problem, ..] ? throw new FormatException(problem.ToString()) : loaded.Templates;
    }

    /// <summary>The bytes that a set of templates holds on to.</summary>
    public static long Retained(TemplateFile[] files)
    {
        Load(files); // What the first reading leaves in statics is no template's.
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TemplateSet templates = Load(files);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(templates);
        return after - before;
    }

    /// <summary>The logging agent under another name, with containers and volumes of other names.</summary>
    private static TemplateFile Other(int index)
    {
        string number = index.ToString(CultureInfo.InvariantCulture);
        string text = Encoding.UTF8.GetString(Samples[0].Content.Span)
            .Replace("logging-agent", $"agent-{number}", StringComparison.Ordinal)
            .Replace("varlog", $"varlog-{number}", StringComparison.Ordinal)
            .Replace("config-volume", $"config-{number}", StringComparison.Ordinal);
        return new TemplateFile($"agent-{number}.yaml", Encoding.UTF8.GetBytes(text));
    }
}
