using Clinic.Conventions.Tests.Planted;
using Stateless.Planted;

namespace Clinic.Conventions.Tests.Rules;

public sealed class StatelessTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Public_api_shows_no_state_machine(string name) =>
        Assert.Empty(StatelessRule.Leaks(Packages.Named(name).Assembly.GetExportedTypes()));

    [Fact]
    public void State_machine_in_a_signature_is_seen() =>
        Assert.Equal(
            [
                $"{typeof(PlantedMachine).FullName} is or extends a Stateless type",
                $"{typeof(ShowsMachine).FullName}.get_Machines shows a Stateless type",
                $"{typeof(ShowsMachine).FullName}.Use shows a Stateless type",
            ],
            StatelessRule.Leaks([typeof(PlantedMachine), typeof(ShowsMachine), typeof(Closed)]));
}
