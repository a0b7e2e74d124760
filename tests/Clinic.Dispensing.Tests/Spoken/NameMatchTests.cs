using Clinic.Spoken;

namespace Clinic.Dispensing.Tests.Spoken;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("perez", "perez", true)]
    [InlineData("perez", "peres", true)]
    [InlineData("perez", "prez", true)]
    [InlineData("perez", "perrez", true)]
    [InlineData("fentanilo", "fentanlio", true)]
    [InlineData("perez", "persz", true)]
    [InlineData("lopez", "perez", false)]
    [InlineData("diaz", "dias", false)]
    [InlineData("dopamina", "dobutamina", false)]
    [InlineData("ana", "anas", false)]
    public void Near_is_one_edit_in_five_letters(string left, string right, bool near)
    {
        Assert.Equal(near, NameMatch.IsNear(left, right));
        Assert.Equal(near, NameMatch.IsNear(right, left));
    }

    [Theory]
    [InlineData("juan perez", "juan carlos perez", "Exact")]
    [InlineData("perez juan", "juan perez", "Exact")]
    [InlineData("perez", "juan perez", "Partial")]
    [InlineData("juan juan", "juan perez", "None")]
    [InlineData("juan perez vera", "juan perez", "None")]
    [InlineData("juan peres", "juan perez", "Near")]
    [InlineData("", "juan perez", "None")]
    public void Person_is_named_by_two_words(string said, string name, string fit) =>
        Assert.Equal(fit, NameMatch.Person(Words(said), [Words(name)]).ToString());

    [Theory]
    [InlineData("cloruro sodio", "sodio cloruro", "Exact")]
    [InlineData("insulina lispro", "insulina lispro protamina", "Partial")]
    [InlineData("hidralazina", "hidroxicina", "None")]
    public void Medicine_is_named_in_full(string said, string name, string fit) =>
        Assert.Equal(fit, NameMatch.Medicine(Words(said), [Words(name)]).ToString());

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
