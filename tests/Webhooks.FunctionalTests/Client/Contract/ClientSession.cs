using System.Text;
using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Contract;
using Webhooks.Resources.Api;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>A client of a server, and a namespace that one case has for itself.</summary>
internal sealed class ClientSession(IContractServer server, IApiTransport transport, string @namespace)
{
    /// <summary>What is judged.</summary>
    public KubernetesClient Client { get; } = new(transport);

    /// <summary>What it goes through.</summary>
    public IApiTransport Transport => transport;

    /// <summary>A namespace with nothing of anybody else in it. Its name is new, and part of the names of what is in none.</summary>
    public string Namespace => @namespace;

    /// <summary>Makes the server forget its history.</summary>
    public Task CompactAsync() => server.CompactAsync(CancellationToken.None);

    /// <summary>A key that nobody else has.</summary>
    public ObjectKey KeyOf<T>(string name)
        where T : class, IKubernetesObject<T> => T.Resource.IsNamespaced ? new(@namespace, name) : new("", $"{@namespace}-{name}");

    /// <summary>Metadata of an object that nobody else has, with a label that tells it.</summary>
    public ObjectMeta MetadataOf<T>(string name)
        where T : class, IKubernetesObject<T>
    {
        ObjectKey key = KeyOf<T>(name);
        return new ObjectMeta { Namespace = key.Namespace, Name = key.Name, Labels = StringMap.Of([new("case", @namespace), new("name", name)]) };
    }

    /// <summary>A ConfigMap of the case.</summary>
    public Task<ConfigMap> CreateAsync(string name, string label = "a", string value = "1") => Client.Of<ConfigMap>().CreateAsync(
        new ConfigMap { Metadata = new() { Namespace = @namespace, Name = name, Labels = StringMap.Of([new("label", label)]) }, Data = StringMap.Of([new("key", value)]) },
        null,
        default);

    /// <summary>What a text says as a body.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>What a text says as a document.</summary>
    public static KubernetesDocument Document(string json) => KubernetesDocument.Parse(Utf8(json));

    /// <summary>Fails unless it is refused, with that code and reason.</summary>
    public static async Task<Status> RefusedAsync(int code, StatusReason reason, Func<Task> act)
    {
        KubernetesApiException refusal = await Assert.ThrowsAsync<KubernetesApiException>(act);
        Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
        return refusal.Status;
    }
}
