namespace Clinic.Conventions.Tests.Planted;

[Flags]
public enum PrintedMarks : byte
{
    None = 0,
    First = 1,
}
