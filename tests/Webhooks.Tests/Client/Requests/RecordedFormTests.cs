using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Selectors;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>Requests with everything that can stand in them have no form that a kube-apiserver was not recorded accepting.</summary>
public sealed class RecordedFormTests
{
    private static readonly ObjectKey Key = new("shop", "cart");
    private static readonly byte[] Body = "{}"u8.ToArray();
    private static readonly ResourceRequests Leases = ResourceRequests.For<Lease>();
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ResourceRequests Nodes = ResourceRequests.For<Node>();
    private static readonly WriteOptions Written = new() { DryRun = true, FieldManager = "m", FieldValidation = FieldValidation.Strict };
    private static readonly PatchOptions Patched = new() { DryRun = true, FieldManager = "m", FieldValidation = FieldValidation.Strict };
    private static readonly DeleteOptions Deleted = new()
    {
        PreconditionUid = "u",
        PreconditionResourceVersion = "1",
        Propagation = DeletionPropagation.Background,
        GracePeriodSeconds = 0,
        DryRun = true,
    };

    private static readonly ListOptions Listed = new()
    {
        LabelSelector = LabelSelector.Parse("a"),
        FieldSelector = FieldSelector.Parse("metadata.name=a"),
        ResourceVersion = "1",
        ResourceVersionMatch = "Exact",
        Limit = 1,
    };

    private static readonly WatchOptions Watched = new()
    {
        LabelSelector = LabelSelector.Parse("a"),
        FieldSelector = FieldSelector.Parse("metadata.name=a"),
        ResourceVersion = "1",
        TimeoutSeconds = 1,
        SendInitialEvents = true,
    };

    [Fact]
    public void Every_form_of_a_request_was_recorded_as_accepted()
    {
        Assert.True(RequestForm.Accepted.Count > 40);
        Assert.Empty(Requests().SelectMany(request => RequestForm.Of(request).Parts()).Distinct().Except(RequestForm.Accepted));
    }

    private static ApiRequest[] Requests() =>
    [
        RawRequests.Version, RawRequests.CoreGroup, RawRequests.Groups, RawRequests.OpenApi, RawRequests.ResourcesOf(new GroupVersion("a", "v1")),
        RawRequests.OpenApiOf(new GroupVersion("a", "v1")),
        ConfigMaps.Get(Key), Leases.Get(Key), Nodes.Get(new("", "a")), ConfigMaps.List("", Listed), ConfigMaps.List("shop", Listed),
        Leases.List("shop", ListOptions.Default), Nodes.List("", ListOptions.Default), ConfigMaps.List("shop", new() { Limit = 1, Continue = "t" }),
        ConfigMaps.Watch("shop", Watched), ConfigMaps.Watch("", new()), Leases.Watch("shop", new() { ResourceVersion = "1" }),
        ConfigMaps.Create("shop", Body, Written), Leases.Create("shop", Body), Nodes.Create("", Body), ConfigMaps.Create(Key, Subresource.Eviction, Body),
        ConfigMaps.Replace(Key, Body, new() { DryRun = true }), Leases.Replace(Key, Body), Leases.Replace(Key, Body, null, Subresource.Status),
        ConfigMaps.Patch(Key, new OperationsPatch(Body)), ConfigMaps.Patch(Key, new MergePatch(Body), Patched), ConfigMaps.Patch(Key, new StrategicMergePatch(Body)),
        ConfigMaps.Patch(Key, new ApplyPatch(Body, "m") { Force = true }), Leases.Patch(Key, new MergePatch(Body), null, Subresource.Status),
        ConfigMaps.Delete(Key), ConfigMaps.Delete(Key, Deleted), Leases.Delete(Key, new() { DryRun = true }),
        ConfigMaps.DeleteCollection("shop", new() { LabelSelector = LabelSelector.Parse("a") }),
    ];
}
