using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Deletes the objects of a collection that match.</summary>
internal sealed class DeleteCollectionVerb(Cluster cluster, DeleteVerb delete)
{
    /// <summary>Deletes them one after the other; the answer lists them as they were.</summary>
    public Answer Run(ApiCall call)
    {
        DeleteOptions options = DeleteBodies.Read(call);
        ListOptions selection = ListOptions.Read(call.Query, isWatch: false);
        ObjectFilter filter = ObjectFilter.Of(call.Resource, selection);
        return Warned.Run(DeleteVerb.Warnings(call, options), () => Run(call, options, filter));
    }

    private Answer.List Run(ApiCall call, DeleteOptions options, ObjectFilter filter)
    {
        Snapshot snapshot = cluster.Store.List(call.StoredAs, call.Prefix);
        List<ReadOnlyMemory<byte>> items = [];
        foreach (StoredObject item in snapshot.Objects.Where(filter.Matches))
        {
            try
            {
                delete.Run(call with { Namespace = item.Namespace, Name = item.Name }, options);
            }
            catch (StatusException gone) when (gone.Status.Code == 404)
            {
                // Somebody else was faster: it is as good as deleted by us.
            }

            items.Add(Showing.In(call.Resource, item.Json));
        }

        return new Answer.List(call.Resource, items, snapshot.Revision);
    }
}
