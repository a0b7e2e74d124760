using Clinic.Conventions.Tests.Planted;

namespace Clinic.Conventions.Tests.Rules;

public sealed class StoreContractTests
{
    [Fact]
    public void Every_store_port_has_contract_cases()
    {
        var contracts = Packages.Contracts.Assembly.GetExportedTypes();
        if (contracts.Length == 0) Assert.Skip("Clinic.Storage.Contracts holds nothing yet.");

        Assert.Empty(StoreContractRule.WithoutCases(Packages.WithPorts.SelectMany(p => p.Assembly.GetExportedTypes()), contracts));
    }

    [Fact]
    public void Port_without_cases_is_seen()
    {
        Type[] ports = [typeof(IPlantedStore), typeof(ILonelyStore), typeof(Closed)];

        var violation = Assert.Single(StoreContractRule.WithoutCases(ports, [typeof(PlantedStoreContract), typeof(OpenClass)]));

        Assert.StartsWith(typeof(ILonelyStore).FullName!, violation, StringComparison.Ordinal);
        Assert.Contains("LonelyStoreContract", violation, StringComparison.Ordinal);
    }
}
