using Clinic.Storage.Contracts;

namespace Clinic.Transcription.Tests.InMemory;

public class TranscriptionContractTests
{
    public static TheoryData<string, string> Cases { get; } = new(
        from suite in TranscriptionContracts.All
        from one in suite.Cases
        select (suite.Port, one.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Adapter_keeps_the_contract(string port, string name)
    {
        await using var stores = new TranscriptionInMemoryStores();
        var one = TranscriptionContracts.All.Single(s => s.Port == port).Cases.Single(c => c.Name == name);

        await one.RunAsync(stores, TestContext.Current.CancellationToken);
    }
}
