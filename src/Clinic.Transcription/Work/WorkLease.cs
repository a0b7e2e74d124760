using Clinic.Abstractions;
using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Work;

/// <summary>A piece of work that nobody else may do now, with what a step needs to commit its end.</summary>
public sealed class WorkLease
{
    private readonly WorkQueue queue;

    internal WorkLease(WorkQueue queue, TenantId tenant, WorkItem item)
    {
        this.queue = queue;
        Tenant = tenant;
        Item = item;
    }

    /// <summary>The clinic.</summary>
    public TenantId Tenant { get; }

    /// <summary>The piece as it was leased.</summary>
    public WorkItem Item { get; }

    /// <summary>Who commits: the job, under a command id of its own.</summary>
    public CommandContext NewContext() => queue.NewContext(Tenant, Item.Site);

    /// <summary>Stages that it is done, together with its effects; false where the lease was lost, and then nothing may be staged.</summary>
    public Task<bool> StageDoneAsync(IUnit unit, CancellationToken cancellationToken) => queue.StageDoneAsync(unit, Item, cancellationToken);

    /// <summary>Stages a failure together with its effects; null where the lease was lost, and then nothing may be staged.</summary>
    /// <returns>The piece as it waits for the next attempt, or was given up.</returns>
    public Task<WorkItem?> StageFailedAsync(IUnit unit, ProviderFailure failure, CancellationToken cancellationToken) =>
        queue.StageFailedAsync(unit, Item, failure, cancellationToken);

    /// <summary>The kind and id only.</summary>
    public override string ToString() => Item.ToString();
}
