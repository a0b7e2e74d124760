namespace Clinic.Conventions.Tests.Planted;

public record OpenRecord;
