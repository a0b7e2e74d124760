using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>What most cases do.</summary>
internal static class ContractSteps
{
    public static TId NewId<TId>(this IClinicStores stores)
        where TId : struct, IClinicId<TId> => stores.Get<IIdGenerator>().Next<TId>();

    public static CommandContext Context(this IClinicStores stores, TenantId? tenant = null, CommandId? command = null, PersonId? actor = null) =>
        new(
            tenant ?? stores.Tenant, stores.NewId<SiteId>(), new Actor(actor ?? stores.NewId<PersonId>(), [Role.Administrator], []),
            "contract", command ?? stores.NewId<CommandId>());

    /// <summary>Commits what is staged, as a command of its own, with one audit entry.</summary>
    public static Task<ContractAnswer> CommitAsync(
        this IClinicStores stores, Action<IUnit> stage, CancellationToken cancellationToken, TenantId? tenant = null) =>
        stores.RunAsync(stores.Context(tenant), "content", stage, cancellationToken);

    public static Task<ContractAnswer> RunAsync(
        this IClinicStores stores, CommandContext context, string content, Action<IUnit> stage, CancellationToken cancellationToken) =>
        stores.Get<IUnitOfWork>().RunAsync(
            context,
            new ContractCommand(content),
            (unit, _) =>
            {
                stage(unit);
                unit.Audit("contract.done", new FactKey("contract.subject", context.Command.Value));
                return Task.FromResult(new ContractAnswer(content, 1.50m));
            },
            cancellationToken);

    /// <summary>Runs calls at the same time on threads of their own, and gives what each ended in.</summary>
    public static async Task<IReadOnlyList<Exception?>> AtOnceAsync(int count, Func<int, Task> call)
    {
        using var start = new ManualResetEventSlim();
        var running = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            start.Wait();
            await call(i).ConfigureAwait(false);
        })).ToList();
        start.Set();
        await Task.WhenAll(running.Select(r => r.ContinueWith(_ => { }, TaskScheduler.Default))).ConfigureAwait(false);
        return [.. running.Select(r => r.Exception?.InnerException)];
    }
}
