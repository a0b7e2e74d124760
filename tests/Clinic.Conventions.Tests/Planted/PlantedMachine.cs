namespace Stateless.Planted;

public sealed class PlantedMachine;
