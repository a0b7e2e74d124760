namespace Clinic.Conventions.Tests.Planted;

public sealed class PlantedStoreContract;
