namespace Clinic.Conventions.Tests.Planted;

public class OpenClass;
