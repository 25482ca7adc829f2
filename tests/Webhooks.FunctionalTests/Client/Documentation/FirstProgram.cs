using Webhooks.Client.Access;
using Webhooks.Client.Caching;
using Webhooks.Client.Configuration;
using Webhooks.Client.Objects;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Selectors;

namespace Webhooks.FunctionalTests.Client.Documentation;

// What stands in docs/client.md, to the letter. The page's first example begins with the next line.
internal static class FirstProgram
{
    public static async Task RunAsync(string kubeconfig, Action<string> print, TimeProvider time, CancellationToken stop)
    {
        using ApiConnection connection = ApiConnection.Open(ClientConfiguration.Find(kubeconfig));
        IApiTransport transport = RequestPipeline.Over(connection);
        ResourceClient<Node> nodes = new KubernetesClient(transport).Of<Node>();

        ListOptions options = new() { FieldSelector = FieldSelector.Parse("metadata.name=minikube") };
        foreach (Node node in (await nodes.ListAsync("", options, stop)).Items)
        {
            MergePatch patch = new("""{"metadata":{"annotations":{"example.com/seen":"true"}}}"""u8.ToArray());
            await nodes.PatchAsync(ObjectKey.Of(node), patch, options: null, stop);
        }

        await nodes.DeleteAsync(new ObjectKey("", "minikube-m02"), new DeleteOptions { GracePeriodSeconds = 10 }, stop);

        SharedInformer<Node> informer = new(transport, time: time);
        informer.AddHandler(new Printer(print), resync: TimeSpan.FromSeconds(30));
        await informer.RunAsync(stop);
    }

    private sealed class Printer(Action<string> print) : IInformerHandler<Node>
    {
        public void Added(Node item, bool isInInitialList) => print($"+ {item.Metadata.Name}");

        public void Updated(Node old, Node item) => print($"{(ReferenceEquals(old, item) ? '=' : '~')} {item.Metadata.Name}");

        public void Deleted(Node last, bool isFinalStateUnknown) => print($"- {last.Metadata.Name}");
    }
}
