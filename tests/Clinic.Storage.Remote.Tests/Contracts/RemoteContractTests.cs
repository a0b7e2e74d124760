using Clinic.Storage.Contracts;

namespace Clinic.Storage.Remote.Tests;

public class RemoteContractTests(Servers servers)
{
    public static TheoryData<string, string> Cases { get; } = new(
        from suite in CoreContracts.All.Concat(PharmacyContracts.All).Concat(DispensingContracts.All).Concat(EmergencyContracts.All).Concat(TranscriptionContracts.All)
        from one in suite.Cases
        select (suite.Port, one.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Adapter_keeps_the_contract(string port, string name)
    {
        await using var stores = await RemoteStores.MakeAsync(servers);
        var one = CoreContracts.All.Concat(PharmacyContracts.All).Concat(DispensingContracts.All).Concat(EmergencyContracts.All).Concat(TranscriptionContracts.All)
            .Single(s => s.Port == port && s.Cases.Any(c => c.Name == name)).Cases.Single(c => c.Name == name);

        await one.RunAsync(stores, TestContext.Current.CancellationToken);

        Assert.Empty(await IntegrityCheck.RunAsync(stores.Database, TestContext.Current.CancellationToken));
    }
}
