import { css } from 'lit';

/** A check box beside its label (`checkField`), large enough for a finger. */
export const checkStyles = css`
  label.check {
    display: flex;
    gap: var(--s3);
    align-items: center;
    min-block-size: 44px;
  }
  label.check input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
`;

/** Styles that the settings and the pages of trends share. */
export const settingsStyles = css`
  ${checkStyles}
  /* A phone has no keys. */
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  .sections {
    columns: 2 24rem;
    column-gap: var(--s5);
  }
  .sections > * {
    break-inside: avoid;
    margin-block-end: var(--s5);
  }
  /* Keeps the gaps of a stack when a label is drawn as a block. */
  .sections > :not(.stack) {
    display: block;
  }
`;
