using Clinic.Transcription.Measuring;

namespace Clinic.Transcription.Tests.Measuring;

/// <summary>ROUGE by hand.</summary>
public sealed class RougeTests
{
    [Fact]
    public void The_same_text_scores_one()
    {
        var rouge = Rouge.Of("The patient has pain.\nNo fever.", "the patient has pain\nno fever");

        Assert.Equal((1, 1, 1), (rouge.One, rouge.Two, rouge.Lsum));
    }

    [Fact]
    public void Words_and_pairs_are_counted_with_their_numbers()
    {
        // 6 and 5 words, 4 shared (the, cat, the, mat); pairs 5 and 4, 2 shared (the cat, the mat).
        var rouge = Rouge.Of("the cat sat on the mat", "the cat by the mat");

        Assert.Equal(2 * 4 / 11.0, rouge.One, 12);
        Assert.Equal(2 * 2 / 9.0, rouge.Two, 12);
        Assert.Equal(2 * 4 / 11.0, rouge.Lsum, 12);
    }

    [Fact]
    public void Lines_share_the_union_of_their_common_subsequences()
    {
        // Lin 2004: reference w1 w2 w3 w4 w5; w1 w2 w6 w7 w8 gives w1 w2, w1 w3 w8 w9 w5 gives w1 w3 w5: the union is 4 words of 5.
        var rouge = Rouge.Of("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5");

        Assert.Equal(2 * 4 / 15.0, rouge.Lsum, 12);
    }

    [Fact]
    public void Order_between_lines_does_not_matter_to_Lsum_and_nothing_shared_is_zero()
    {
        Assert.Equal(1, Rouge.Of("b c\na d", "a d\nb c").Lsum);
        Assert.Equal(new Rouge(0, 0, 0), Rouge.Of("x", "y"));
        Assert.Equal(new Rouge(0, 0, 0), Rouge.Of("", "y"));
    }
}
