using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Webhooks.Admission.Templates;

namespace Webhooks.Benchmarks;

/// <summary>What reading templates costs, beside parsing as many bytes of JSON.</summary>
public class TemplateBenchmarks
{
    /// <summary>How many templates are read.</summary>
    public const int Count = 100;

    private readonly TemplateFile[] _files = TemplateLibrary.Files(Count);
    private readonly byte[] _json;

    /// <summary>Makes a JSON text as long as the templates.</summary>
    public TemplateBenchmarks()
    {
        int length = _files.Sum(file => file.Content.Length);
        _json = JsonSerializer.SerializeToUtf8Bytes(new string[length / 64].Select(_ => new string('x', 61)));
    }

    [Benchmark(Description = RatioTable.FloorOfTemplates)]
    public int Parse()
    {
        using JsonDocument document = JsonDocument.Parse(_json);
        return (int)document.RootElement.ValueKind;
    }

    [Benchmark(Description = RatioTable.Load)]
    public int Load() => TemplateLibrary.Load(_files).Names.Count;
}
