using System.Text;
using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

/// <summary>Loads templates from texts, and says what is wrong with them.</summary>
internal static class TemplateFiles
{
    public const string Prefix = "initializer.kubernetes.io/";

    public static LoadedTemplates Load(params (string Path, string Text)[] files) =>
        TemplateLoader.Load(files.Select(file => new TemplateFile(file.Path, Encoding.UTF8.GetBytes(file.Text))), Prefix);

    /// <summary>A bare template in which <c>§</c> marks what is wrong: once for each message, in their order.</summary>
    public static void Refuses(string marked, params string[] messages) => RefusesFile("logging-agent.yaml", marked, messages);

    public static void RefusesFile(string path, string marked, params string[] messages)
    {
        MarkedText text = new(marked);
        LoadedTemplates loaded = Load((path, text.Text));
        string[] expected = [.. text.Places.Zip(messages, (place, message) => $"{path}:{place}: {message}")];
        Assert.Equal(messages.Length, text.Places.Count);
        Assert.Equal(expected, loaded.Problems.Select(problem => problem.ToString()));
        Assert.Empty(loaded.Templates.Names);
    }

    public static void Accepts(string text)
    {
        LoadedTemplates loaded = Load(("logging-agent.yaml", text));
        Assert.Empty(loaded.Problems);
        Assert.Equal(["logging-agent"], loaded.Templates.Names);
    }

    /// <summary>A template of one container, which has a name, an image and what the fragment says.</summary>
    public static string Container(string fragment) => "containers: [{name: a, image: i, " + fragment + "}]\nvolumes: [{name: data}, {name: disk, persistentVolumeClaim: {claimName: c}}]";

    /// <summary>A template of one init container, which has a name, an image and what the fragment says.</summary>
    public static string InitContainer(string fragment) => "initContainers: [{name: a, image: i, " + fragment + "}]";

    /// <summary>A template of one volume, which has a name and what the fragment says.</summary>
    public static string Volume(string fragment) => "volumes: [{name: a, " + fragment + "}]";
}
