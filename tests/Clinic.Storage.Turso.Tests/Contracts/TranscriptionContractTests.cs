using Clinic.Storage.Contracts;

namespace Clinic.Storage.Turso.Tests;

public class TranscriptionContractTests
{
    public static TheoryData<string, string, bool> Cases { get; } = new(
        from suite in TranscriptionContracts.All
        from one in suite.Cases
        from inMemory in new[] { false, true }
        select (suite.Port, one.Name, inMemory));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Adapter_keeps_the_contract(string port, string name, bool inMemory)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory, withTranscription: true);
        var one = TranscriptionContracts.All.Single(s => s.Port == port).Cases.Single(c => c.Name == name);

        await one.RunAsync(stores, TestContext.Current.CancellationToken);

        Assert.Empty(await IntegrityCheck.RunAsync(stores.Source, TestContext.Current.CancellationToken));
    }
}
