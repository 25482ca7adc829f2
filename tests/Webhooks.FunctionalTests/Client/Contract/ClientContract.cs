using Webhooks.Client.Objects;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>What the client and a server have to agree on, case by case.</summary>
internal static class ClientContract
{
    /// <summary>The cases by their names.</summary>
    public static IReadOnlyDictionary<string, Func<ClientSession, Task>> Cases { get; } = new[]
    {
        Of(metadata => new ConfigMap { Metadata = metadata, Data = StringMap.Of([new("key", "1")]) }),
        Of(metadata => new Secret { Metadata = metadata, Data = SecretData.Of([new("key", new byte[] { 0, 255 })]) }),
        Of(metadata => new Lease { Metadata = metadata, Spec = new() { HolderIdentity = "me", LeaseDurationSeconds = 15, RenewTime = DateTimeOffset.UnixEpoch } }),
        Of(metadata => new Event
        {
            Metadata = metadata,
            InvolvedObject = new() { ApiVersion = "v1", Kind = "ConfigMap", Namespace = metadata.Namespace, Name = "a" },
            Reason = "Tried",
            Message = "it was tried",
            Type = "Normal",
            Count = 1,
            FirstTimestamp = DateTimeOffset.UnixEpoch,
            LastTimestamp = DateTimeOffset.UnixEpoch,
            Source = new() { Component = "contract" },
        }),
        Of(metadata => new Node { Metadata = metadata }),
        Of(metadata => new Namespace { Metadata = metadata }),
        Of(metadata => new User { Metadata = metadata, Spec = new() { DisplayName = "Ann", Groups = ["a"], Quota = StringMap.Of([new("cpu", "500m")]) } }),
        ListCases.All,
        WatchCases.All,
        WriteCases.All,
        OtherCases.All,
        EvictionCases.All,
    }.SelectMany(cases => cases).ToDictionary(one => one.Name, one => one.Run, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<ClientSession, Task> Run)> Of<T>(Func<ObjectMeta, T> make)
        where T : class, IKubernetesObject<T> => new RecordCases<T>(make).All;
}
