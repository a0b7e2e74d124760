using Clinic.Abstractions;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Commits in one line.</summary>
internal static class CommitExtensions
{
    public static Task<string> CommitAsync(this RemoteStores stores, Action<IUnit> stage, CommandContext? context = null) =>
        stores.Get<IUnitOfWork>().RunAsync(
            context ?? stores.NewContext(),
            new TestCommand(),
            (unit, _) =>
            {
                stage(unit);
                unit.Audit("test.done", new FactKey("test.subject", unit.Context.Command.Value));
                return Task.FromResult("done");
            },
            TestContext.Current.CancellationToken);

    public static CommandContext NewContext(this RemoteStores stores) => new(
        stores.Tenant, new SiteId(Guid.CreateVersion7()), new Actor(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []),
        "test", new CommandId(Guid.CreateVersion7()));

    public static async Task<long> CountAsync(this RemoteStores stores, string table) =>
        (await stores.Database.ListAsync($"SELECT count(*) FROM {table}", [], r => r.Long(0), TestContext.Current.CancellationToken)).Single();

    private sealed record TestCommand : ICommand<string>
    {
        public string Name => "test.command";

        public void Describe(IPayloadWriter payload) => payload.Write("content", "same");
    }
}
