namespace Clinic.Conventions.Tests.Planted;

public static class ForeignLetters
{
    public static int Dosificación(int tamaño) => tamaño;
}
