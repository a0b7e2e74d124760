using Stateless.Planted;

namespace Clinic.Conventions.Tests.Planted;

public sealed class ShowsMachine
{
    private readonly List<PlantedMachine> hidden = [];

    public IReadOnlyList<PlantedMachine> Machines => hidden;

    public void Use(int times, params PlantedMachine[] machines) => hidden.AddRange(machines.Take(times));
}
