using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Tests;

/// <summary>Commits in one line.</summary>
internal static class CommitExtensions
{
    public static Task<string> CommitAsync(this TursoStores stores, Action<IUnit> stage, CommandId? command = null, PersonId? actor = null, TenantId? tenant = null)
    {
        var x = new CommandContext(
            tenant ?? stores.Tenant, new SiteId(Guid.CreateVersion7()), new Actor(actor ?? new PersonId(Guid.CreateVersion7()), [Role.Administrator], []),
            "test", command ?? new CommandId(Guid.CreateVersion7()));
        return stores.Get<IUnitOfWork>().RunAsync(
            x,
            new TestCommand(),
            (unit, _) =>
            {
                stage(unit);
                unit.Audit("test.done", new FactKey("test.subject", x.Command.Value));
                return Task.FromResult("done");
            },
            TestContext.Current.CancellationToken);
    }

    private sealed record TestCommand : ICommand<string>
    {
        public string Name => "test.command";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "same");
    }
}
