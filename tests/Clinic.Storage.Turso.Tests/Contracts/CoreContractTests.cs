using System.Reflection;
using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Turso.Tests;

public class CoreContractTests
{
    public static TheoryData<string, string, bool> Cases { get; } = new(
        from suite in CoreContracts.All
        from one in suite.Cases
        from inMemory in new[] { false, true }
        select (suite.Port, one.Name, inMemory));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Adapter_keeps_the_contract(string port, string name, bool inMemory)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory);
        var one = CoreContracts.All.Single(s => s.Port == port).Cases.Single(c => c.Name == name);

        await one.RunAsync(stores, TestContext.Current.CancellationToken);

        Assert.Empty(await IntegrityCheck.RunAsync(stores.Source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_port_that_is_registered_has_a_suite()
    {
        var suites = CoreContracts.All.Select(s => s.Port).ToHashSet();
        var ports = new ServiceCollection().AddClinicTurso().Select(s => s.ServiceType)
            .Where(t => t.IsInterface && t.Assembly == typeof(IOutbox).Assembly)
            .Except([typeof(IUnitOfWork), typeof(IIdGenerator), typeof(ISiteDirectory), typeof(IPersonDirectory), typeof(IPatientDirectory)]);

        Assert.All(ports, port => Assert.Contains(port.Name[1..], suites));
        Assert.All(CoreContracts.All, suite => Assert.NotEmpty(suite.Cases));
    }

    [Fact]
    public void Every_contract_class_is_in_the_list()
    {
        var classes = typeof(CoreContracts).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == "Clinic.Storage.Contracts" && t.Name.EndsWith("Contract", StringComparison.Ordinal))
            .Select(t => t.GetProperty("Cases", BindingFlags.Public | BindingFlags.Static)!.GetValue(null));

        Assert.All(classes, cases => Assert.Contains(CoreContracts.All.Concat(PharmacyContracts.All).Concat(DispensingContracts.All).Concat(EmergencyContracts.All).Concat(TranscriptionContracts.All), s => ReferenceEquals(s.Cases, cases)));
    }
}
