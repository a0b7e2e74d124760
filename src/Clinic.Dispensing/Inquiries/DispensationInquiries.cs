using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Policies;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Rights;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.Inquiries;

/// <summary>Reading: work lists, one dispensation end to end, logs, tickets. Wards see their own, the pharmacy what it serves.</summary>
public sealed class DispensationInquiries(
    IDispensationStore dispensations, IDoseStore doses, IWasteStore wastes, ITicketStore tickets, IPersonDirectory people,
    DispensingOptions options)
{
    /// <summary>What waits for the actor; paged, newest first.</summary>
    /// <exception cref="DispensingException">The actor may not read.</exception>
    public Task<Page<Dispensation>> WorkAsync(CommandContext x, WorkKind kind, PageRequest page, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        ArgumentNullException.ThrowIfNull(page);
        return dispensations.ListAsync(x.Tenant, WorkLists.QueryOf(kind, x.Actor, x.Site), page, cancellationToken);
    }

    /// <summary>Dispensations of the actor's departments, or all for who answers for the clinic; paged, newest first.</summary>
    /// <exception cref="DispensingException">The actor may not read.</exception>
    public Task<Page<Dispensation>> ListAsync(CommandContext x, DispensationQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        ArgumentNullException.ThrowIfNull(query);
        var mine = Visibility.DepartmentsOf(x.Actor, query.VisibleTo);
        return dispensations.ListAsync(x.Tenant, query with { Site = x.Site, VisibleTo = mine }, page, cancellationToken);
    }

    /// <summary>One dispensation, or null where there is none that the actor may see.</summary>
    /// <exception cref="DispensingException">The actor may not read.</exception>
    public async Task<Dispensation?> FindAsync(CommandContext x, DispensationId dispensation, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        var found = await dispensations.FindAsync(x.Tenant, dispensation, cancellationToken).ConfigureAwait(false);
        return found is not null && found.Site == x.Site && Visibility.MaySee(x.Actor, found) ? found : null;
    }

    /// <summary>One dispensation end to end, or null.</summary>
    /// <exception cref="DispensingException">The actor may not read.</exception>
    public async Task<DispensationTrace?> TraceAsync(CommandContext x, DispensationId dispensation, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(x, dispensation, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var log = await AllAsync(p => doses.ListAsync(x.Tenant, dispensation, p, cancellationToken)).ConfigureAwait(false);
        var waste = await AllAsync(p => wastes.ListAsync(x.Tenant, dispensation, p, cancellationToken)).ConfigureAwait(false);
        return new(found.ToSnapshot(), [.. Identities.Of(found).Select(i => new Identity(i.Part, i.Person))], log, waste, Reconciliation.Of(found));
    }

    /// <summary>The dose log of a dispensation, oldest first, paged; empty where the actor may not see it.</summary>
    public async Task<Page<DoseEntry>> DosesAsync(CommandContext x, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken = default) =>
        await FindAsync(x, dispensation, cancellationToken).ConfigureAwait(false) is null
            ? new([], null)
            : await doses.ListAsync(x.Tenant, dispensation, page, cancellationToken).ConfigureAwait(false);

    /// <summary>Discarded remainders of a dispensation, oldest first, paged; empty where the actor may not see it.</summary>
    public async Task<Page<WasteEntry>> WastesAsync(CommandContext x, DispensationId dispensation, PageRequest page, CancellationToken cancellationToken = default) =>
        await FindAsync(x, dispensation, cancellationToken).ConfigureAwait(false) is null
            ? new([], null)
            : await wastes.ListAsync(x.Tenant, dispensation, page, cancellationToken).ConfigureAwait(false);

    /// <summary>Tickets of the actor's departments, or all for who answers for the clinic; soonest due first, paged.</summary>
    /// <exception cref="DispensingException">The actor may not read.</exception>
    public Task<Page<TicketView>> TicketsAsync(CommandContext x, TicketQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        ArgumentNullException.ThrowIfNull(query);
        var mine = Visibility.DepartmentsOf(x.Actor, query.Departments);
        return tickets.ListAsync(x.Tenant, query with { Departments = mine, Site = x.Site }, page, cancellationToken);
    }

    /// <summary>Who may authorise and who may prepare a dispensation; empty where the actor may not see it.</summary>
    public async Task<(IReadOnlyList<PersonId> MayAuthorise, IReadOnlyList<PersonId> MayPrepare)> ResponsibleAsync(
        CommandContext x, DispensationId dispensation, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(x, dispensation, cancellationToken).ConfigureAwait(false) is not { } found) return ([], []);
        var policy = EffectivePolicy.Of(options, found.Classes, found.Target.Area);
        return (await Responsible.AuthorisersAsync(people, x.Tenant, found, policy, cancellationToken).ConfigureAwait(false),
            await Responsible.PreparersAsync(people, x.Tenant, found, policy, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> list)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await list(new(PageRequest.LargestSize, after)).ConfigureAwait(false);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static void CheckRead(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        DispensingRights.CheckRole(failures, x.Actor, DispensingAct.Read);
        failures.ThrowIfAny();
    }
}
