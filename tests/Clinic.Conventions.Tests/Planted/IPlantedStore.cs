namespace Clinic.Conventions.Tests.Planted;

public interface IPlantedStore;
