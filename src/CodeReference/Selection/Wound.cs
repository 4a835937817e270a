namespace CodeReference;

/// <summary>
/// A wound or a defect by its sides, in centimeters. Of several, the lengths are added up for a repair and the areas for a
/// tissue transfer, whose primary and secondary defect are two of them.
/// </summary>
/// <param name="Length">Its length. Above 0, up to <see cref="SelectionQuery.MaxSize"/>.</param>
/// <param name="Width">Its width; 0 when it is not known, and then there is no area. Not below 0, up to <see cref="SelectionQuery.MaxSize"/>.</param>
public readonly record struct Wound(double Length, double Width = 0);
