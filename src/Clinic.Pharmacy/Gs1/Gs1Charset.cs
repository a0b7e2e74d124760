using System.Buffers;

namespace Clinic.Pharmacy.Gs1;

/// <summary>The character sets of GS1 values, with the words that describe them.</summary>
/// <remarks>GS1 General Specifications, 7.11, figures 7.11-1 to 7.11-3.</remarks>
internal sealed class Gs1Charset
{
    private readonly SearchValues<char> characters;

    private Gs1Charset(string allowed, string all)
    {
        Allowed = allowed;
        characters = SearchValues.Create(all);
    }

    /// <summary>The ten digits.</summary>
    public static Gs1Charset Digits { get; } = new("0-9", "0123456789");

    /// <summary>Set 82: letters of both cases, digits and twenty signs, brackets among them.</summary>
    public static Gs1Charset Text { get; } = new(
        "A-Z a-z 0-9 ! \" % & ' ( ) * + , - . / : ; < = > ? _",
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Set 39: upper-case letters, digits and three signs.</summary>
    public static Gs1Charset Component { get; } = new("A-Z 0-9 # - /", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Set 64: base64 that is safe in file names and addresses.</summary>
    public static Gs1Charset Base64 { get; } = new(
        "A-Z a-z 0-9 - _ =",
        "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The hyphen alone, as a sign behind a temperature.</summary>
    public static Gs1Charset Hyphen { get; } = new("-", "-");

    /// <summary>What is allowed, in a notation that needs no translation.</summary>
    public string Allowed { get; }

    /// <summary>Whether a character belongs to the set.</summary>
    public bool Contains(char character) => characters.Contains(character);

    /// <summary>The offset of the first character that does not belong, or -1.</summary>
    /// <remarks>A set, even for the digits: the search for a range boxes its bounds until the code is optimised.</remarks>
    public int FirstOther(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(characters);
}
